import { ProblemError, unreachable } from './problem.ts';
import { endpointUrl } from './url.ts';
import type { Problem } from '../contract/index.ts';

export interface UploadOptions {
  /** Told as the bytes leave: 0–1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends one file as the multipart field `file` and gives the JSON answer. `fetch` cannot tell how far an upload is, so this is XMLHttpRequest.
 * @param path as in a contract, `:name` parameters from `params`
 * @throws ProblemError when the answer is an error or none came
 */
export function uploadFile<T>(path: string, params: Readonly<Record<string, string>>, file: File, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', endpointUrl(path, params));
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.setRequestHeader('x-csrf-token', document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '');
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => lengthComputable && options.onProgress?.(total === 0 ? 1 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(new ProblemError(problemOf(request)));
    });
    request.addEventListener('error', () => reject(unreachable(undefined)));
    request.addEventListener('abort', () => reject(unreachable(options.signal?.reason)));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function problemOf(request: XMLHttpRequest): Problem {
  const body: unknown = request.response;
  const isProblem = typeof body === 'object' && body !== null && 'title' in body && 'status' in body;
  return isProblem ? (body as Problem) : { type: 'about:blank', title: request.statusText || `HTTP ${request.status}`, status: request.status };
}
