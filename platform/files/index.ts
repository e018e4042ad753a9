export { cleanFileName, FileMissing, FileTooLarge, isFileKey, type BlobStore, type StoredFile } from './blob-store.ts';
export { openFolderStore } from './folder-store.ts';
