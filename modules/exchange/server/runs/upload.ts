import { cleanFileName, FileTooLarge, type BlobStore } from '@digione/platform/files';
import { actorOfRawRequest, HttpProblem, type FastifyInstance } from '@digione/platform/http';
import type { UploadedFile } from '@digione/exchange/contract';
import { runImports } from '../actions.ts';

/** The largest real file seen is some tens of megabytes; a city's whole roster stays far below. */
const MAX_BYTES = 200 * 1_048_576;

/** `POST …/import-files`: takes one file, whole or not at all, and answers the key that `startImport` wants. */
export const uploadPlugin = (files: BlobStore) => async (app: FastifyInstance) => {
  app.post('/api/providers/:educationProviderId/import-files', async (request, reply) => {
    await actorOfRawRequest(app.kernel, request, runImports);
    if (!request.isMultipart()) throw new HttpProblem(415);
    const part = await request.file({ limits: { fileSize: MAX_BYTES + 1, files: 1 } });
    if (part === undefined) throw new HttpProblem(400, { errors: [{ path: 'file', key: 'exchange.problem.no-file' }] });
    const fileName = cleanFileName(part.filename);
    try {
      const stored = await files.put(part.file, { fileName, maxBytes: MAX_BYTES });
      const answer: UploadedFile = { fileKey: stored.key, fileName, bytes: stored.bytes };
      return await reply.code(201).send(answer);
    } catch (error) {
      if (error instanceof FileTooLarge) throw new HttpProblem(413, { detail: 'exchange.problem.too-large-upload', values: { megabytes: MAX_BYTES / 1_048_576 } });
      throw error;
    }
  });
};
