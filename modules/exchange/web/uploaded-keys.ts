const keys = new Map<string, string>();

/** Keeps a run's uploaded file at hand while the workspace is open, so that another question about it needs no second upload. */
export const rememberUpload = (importRunId: string, fileKey: string): void => {
  keys.set(importRunId, fileKey);
};

export const findUpload = (importRunId: string): string | undefined => keys.get(importRunId);
