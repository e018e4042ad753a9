import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, negotiateLanguage, type Language } from '@digione/platform/i18n';
import type { AccessOptions, Persona } from '../options.ts';
import { html } from '../pages/html.ts';
import { renderPage, textsIn } from '../pages/page.ts';
import { findDemoPerson, listSeededPersonas, searchDemoPeople } from './people.queries.ts';
import { pickerPage } from './picker-page.ts';
import { createDemoProvider, MOUNT } from './provider.ts';

interface PickerQuery {
  lang?: unknown;
  q?: unknown;
}

type PickerRequest = FastifyRequest<{ Params: { uid: string }; Querystring: PickerQuery }>;

/** The built-in OpenID provider below `/oidc`, with the page on which one picks who one is today. */
export const demoProviderPlugin = (options: AccessOptions, personas: readonly Persona[]) => async (app: FastifyInstance): Promise<void> => {
  if (options.mode === 'production') throw new Error('Demo sign-in has no place in production.');
  const { database } = app.kernel;
  const renderError = (error: string) => brokenPage('fi', error);
  const provider = await createDemoProvider({ database, baseUrl: options.baseUrl, sessionKey: options.sessionKey, renderError });
  const callback = provider.callback();
  const canonical = new URL(options.baseUrl);

  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
  });

  await app.register(async (pages) => {
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 2_000 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    pages.get<{ Params: { uid: string }; Querystring: PickerQuery }>(`${MOUNT}/interaction/:uid`, async (request, reply) => {
      const interaction = await findInteraction(request, reply);
      if (interaction === undefined) return broken(request, reply);
      const language = languageOf(request, interaction.params['ui_locales']);
      const words = typeof request.query.q === 'string' ? request.query.q.trim().slice(0, 60) : '';
      const hint = interaction.params['login_hint'];
      const seeded = await listSeededPersonas(database, personas.map(({ key }) => key));
      return reply.type('text/html; charset=utf-8').send(
        pickerPage({
          language,
          personas: personas.filter(({ key }) => seeded.has(key)),
          found: words.length < 2 ? undefined : await searchDemoPeople(database, words),
          words,
          action: `${MOUNT}/interaction/${interaction.uid}`,
          isStepUp: interaction.params['prompt'] === 'login',
          hinted: typeof hint === 'string' ? await findDemoPerson(database, hint) : undefined,
        }),
      );
    });

    pages.post<{ Params: { uid: string }; Querystring: PickerQuery; Body: Record<string, unknown> | undefined }>(`${MOUNT}/interaction/:uid`, async (request, reply) => {
      const subject = request.body?.['subject'];
      const interaction = await findInteraction(request, reply);
      if (interaction === undefined || typeof subject !== 'string' || subject.length > 100) return broken(request, reply);
      const returnTo = await provider.interactionResult(request.raw, reply.raw, { login: { accountId: subject, remember: false } }, { mergeWithLastSubmission: false });
      return reply.redirect(returnTo, 303);
    });
  });

  await app.register(async (mounted) => {
    // The provider reads its requests itself.
    mounted.removeAllContentTypeParsers();
    mounted.addContentTypeParser('*', (_request, _payload, done) => done(null));
    mounted.route({
      method: ['GET', 'POST'],
      url: `${MOUNT}/*`,
      // Also asked by the platform itself, for every sign-in from one and the same address.
      config: { rateLimit: false },
      handler: async (request, reply) => {
        for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
        reply.hijack();
        const raw = Object.assign(request.raw, { originalUrl: request.raw.url, url: request.url.slice(MOUNT.length) });
        raw.headers['x-forwarded-host'] = canonical.host;
        raw.headers['x-forwarded-proto'] = canonical.protocol.slice(0, -1);
        await callback(raw, reply.raw);
      },
    });
  });

  /** The interaction of this very browser (its cookie) at this very address. */
  async function findInteraction(request: PickerRequest, reply: FastifyReply) {
    const found = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined);
    return found?.uid === request.params.uid ? found : undefined;
  }

  function broken(request: PickerRequest, reply: FastifyReply): FastifyReply {
    return reply.code(400).type('text/html; charset=utf-8').send(brokenPage(languageOf(request, undefined), undefined));
  }
};

function languageOf(request: PickerRequest, uiLocales: unknown): Language {
  const { lang } = request.query;
  if (isLanguage(lang)) return lang;
  return isLanguage(uiLocales) ? uiLocales : negotiateLanguage(request.headers['accept-language']);
}

function brokenPage(language: Language, error: string | undefined): string {
  const t = textsIn(language);
  const title = t('failure.expired.title');
  const code = error === undefined ? undefined : html`<p class="trace"><code>${error}</code></p>`;
  return renderPage({ language, title, main: html`<h1>${title}</h1><p class="lead">${t('failure.expired.detail')}</p><p><a class="button" href="/sign-in">${t('failure.again')}</a></p>${code}` });
}
