/// <reference types="vite/client" />

declare module 'virtual:catalog/*' {
  import type { CompiledMessages } from '@digione/platform/i18n';
  const messages: CompiledMessages;
  export default messages;
}

/** Whether the gallery of components is built in: not in production. */
declare const __GALLERY__: boolean;

/** Whether a sample service is built in, to look at the shell alone. */
declare const __SAMPLES__: boolean;
