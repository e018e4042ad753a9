import type { FileAnswer } from '@digione/school-admin/contract';

const bytesOf = ({ base64 }: FileAnswer): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** An address of the file for this page alone; to be revoked when it is not shown any more. */
export const urlOf = (file: FileAnswer): string => URL.createObjectURL(new Blob([bytesOf(file)], { type: file.mediaType }));

/** Hands the file to the person, under its own name. */
export function saveFile(file: FileAnswer): void {
  const url = urlOf(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
