import { translate, type Language, type MessageValues } from '@digione/platform/i18n';
import { html, type Html } from './html.ts';
import { STYLE_PATH } from './style.ts';

export type Texts = (key: string, values?: MessageValues) => string;
export const textsIn = (language: Language): Texts => (key, values) => translate(language, `access.${key}`, values);

const MARK = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="9"/><circle cx="16" cy="16" r="8.25"/><path d="M13.8 13.4 16.6 12v8"/></svg>`;

/** A page outside of the workspace: sign-in has to work before, and when the workspace cannot. No script at all. */
export function renderPage(options: { language: Language; title: string; header?: Html; main: Html; isWide?: boolean }): string {
  return `<!doctype html>${
    html`<html lang="${options.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${options.title} – DigiOne</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${STYLE_PATH}"></head><body><header class="top"><span class="brand">${MARK}<span>DigiOne</span></span>${options.header}</header><main class="${options.isWide === true ? 'wide' : 'narrow'}">${options.main}</main></body></html>`.text
  }`;
}
