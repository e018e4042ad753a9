export interface FileLimits {
  /** File name endings with the dot: `['.csv', '.zip']`. Browsers know too little of MIME types to go by them. */
  readonly accept?: readonly string[] | undefined;
  readonly maxBytes?: number | undefined;
}

/** Why files cannot be taken, if they cannot. The server checks again, by content. */
export function checkFiles(files: readonly { readonly name: string; readonly size: number }[], { accept, maxBytes }: FileLimits): 'size' | 'kind' | undefined {
  if (maxBytes !== undefined && files.some((file) => file.size > maxBytes)) return 'size';
  if (accept && files.some((file) => !accept.some((ending) => file.name.toLowerCase().endsWith(ending)))) return 'kind';
  return undefined;
}
