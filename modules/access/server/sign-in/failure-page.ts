import type { FastifyReply } from 'fastify';
import type { Language } from '@digione/platform/i18n';
import { html } from '../pages/html.ts';
import { renderPage, textsIn } from '../pages/page.ts';

const STATUS = { expired: 400, cancelled: 400, refused: 400, unknown: 403, otherPerson: 403, tooMany: 429, unavailable: 503 } as const;
export type Failure = keyof typeof STATUS;

/** What happened, what is safe, what to do. */
export function failurePage(reply: FastifyReply, failure: Failure, options: { language: Language; traceId: string; isSignedIn: boolean }): FastifyReply {
  const t = textsIn(options.language);
  const title = t(`failure.${failure}.title`);
  // Somebody who was asked to prove themself again is signed in still and goes back to work.
  const next = options.isSignedIn ? { href: '/', label: t('failure.toDesk') } : { href: '/sign-in', label: t('failure.again') };
  const main = html`<h1>${title}</h1><p class="lead">${t(`failure.${failure}.detail`)}</p><p><a class="button" href="${next.href}">${next.label}</a></p><p class="trace">${t('failure.trace')} <code>${options.traceId}</code></p>`;
  return reply.code(STATUS[failure]).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(renderPage({ language: options.language, title, main }));
}
