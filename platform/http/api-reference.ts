import css from './api-reference.css.ts';
import type { Route } from './route.ts';

/** The page's looks; a file of its own since the content security policy allows no inline style. */
export const apiReferenceCss = css;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The endpoints as one readable page without scripts; the machine's version is `/api/openapi.json`. */
export function apiReferencePage(routes: readonly Route[]): string {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const [group = ''] = route.endpoint.id.split('.');
    groups.set(group, [...(groups.get(group) ?? []), route]);
  }
  const sections = [...groups].map(([group, list]) => {
    const rows = list.map(({ endpoint, action }) => {
      const cells = [endpoint.method, endpoint.path, endpoint.summary, action?.name ?? 'open to anyone'];
      return `<tr id="${escape(endpoint.id)}"><td><code>${cells[0]}</code></td><td><code>${escape(cells[1] ?? '')}</code></td><td>${escape(cells[2] ?? '')}</td><td>${escape(cells[3] ?? '')}</td></tr>`;
    });
    return `<h2>${escape(group)}</h2><div class="scroll" tabindex="0" role="region" aria-label="${escape(group)}"><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th><th scope="col">Action</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DigiOne API</title><link rel="stylesheet" href="/api/reference.css"></head><body><main><h1>DigiOne API</h1><p>Everything the workspace does, a program can do here, with the same rights. Shapes of requests and answers: <a href="/api/openapi.json">OpenAPI 3.1</a>. Send <code>Authorization: Bearer …</code>; <code>GET /api/me</code> tells which education providers you belong to. Refusals are problem+json in the language of <code>Accept-Language</code>.</p>${sections.join('')}</main></body></html>`;
}
