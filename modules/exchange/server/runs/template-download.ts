import { actorOfRawRequest, type FastifyInstance } from '@digione/platform/http';
import { negotiateLanguage, translate } from '@digione/platform/i18n';
import { runImports } from '../actions.ts';
import { writeTemplate } from '../spreadsheet/template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET …/import-template.xlsx`: the people template in the reader's language; holds no data. */
export const templateDownload = async (app: FastifyInstance): Promise<void> => {
  app.get('/api/providers/:educationProviderId/import-template.xlsx', async (request, reply) => {
    await actorOfRawRequest(app.kernel, request, runImports);
    const language = negotiateLanguage(request.headers['accept-language'], request.language);
    const fileName = `${translate(language, 'exchange.template.fileName')}.xlsx`;
    return reply.type(XLSX).header('content-disposition', `attachment; filename="${fileName}"`).send(await writeTemplate(language));
  });
};
