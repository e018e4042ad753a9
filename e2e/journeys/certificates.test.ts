import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { partsOf, readPdf } from '@digione/platform/documents/testing';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

async function openClass({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('grid', { name: 'Todistukset' }).or(page.getByRole('table', { name: 'Todistukset' })).waitFor();
}

async function choose({ page }: Visitor, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function downloadBy(visitor: Visitor, button: string): Promise<Buffer> {
  const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.press('button', button)]);
  return readFile(await download.path());
}

test('the secretary drafts a class’s certificates, completes them, the principal signs them off, and the papers come out', async () => {
  const tarja = await day.visit('secretary');
  await tarja.goTo('/certificates');
  await tarja.expectAccessible();
  await openClass(tarja, '5A');
  await choose(tarja, /Todistus$/, 'Välitodistus');
  await tarja.press('button', 'Tee luonnokset');
  await tarja.page.getByText(/luonnosta on valmiina täydennettäväksi/).waitFor();
  await tarja.page.getByText(/arvosanaa/).first().waitFor();
  await tarja.expectAccessible();

  // Eino's marks are typed in beside the picture of his certificate.
  await tarja.press('link', /Rantanen Eino/);
  await tarja.page.getByRole('img', { name: /Todistuksen kuva/ }).waitFor();
  const marks = tarja.page.getByRole('button', { name: /Arvosana: / });
  const count = await marks.count();
  expect(count).toBeGreaterThan(3);
  for (let index = 0; index < count; index += 1) {
    await marks.nth(index).click();
    await tarja.page.getByRole('option', { name: '9', exact: true }).click();
  }
  await tarja.page.getByLabel('Lisätietoja').fill('Eino on soittanut koulun orkesterissa.');
  // From the top and before saving: a field half under the bar above or under the word that it was saved would be measured as too small.
  await tarja.page.evaluate(() => window.scrollTo(0, 0));
  await tarja.expectAccessible();
  await tarja.press('button', 'Tallenna');
  await tarja.page.getByText('Luonnos on tallennettu').waitFor();
  expect((await readPdf(await downloadBy(tarja, 'Lataa PDF'))).text).toContain('LUONNOS');
  expect(await tarja.page.getByRole('button', { name: 'Allekirjoita' }).count()).toBe(0);
  const address = new URL(tarja.page.url()).pathname + new URL(tarja.page.url()).search;

  const kristiina = await day.visit('principal');
  await kristiina.goTo(address);
  await kristiina.press('button', 'Allekirjoita');
  await kristiina.page.getByRole('dialog').getByRole('button', { name: 'Allekirjoita', exact: true }).click();
  await kristiina.page.getByText('Yksi todistus on annettu').waitFor();
  await kristiina.page.getByText(/Annettu 2026-000001/).first().waitFor();
  await kristiina.expectAccessible();
  const hash = await kristiina.page.locator('dt', { hasText: 'Tiiviste' }).locator('xpath=following-sibling::dd[1]').innerText();
  const paper = await downloadBy(kristiina, 'Lataa PDF');
  expect(createHash('sha256').update(paper).digest('hex')).toBe(hash.trim());
  const read = await readPdf(paper);
  expect(read).toMatchObject({ isTagged: true, uaPart: '1', title: expect.stringMatching(/^Välitodistus – Eino .*Rantanen$/) });
  for (const text of ['kiitettävä 9', 'orkesterissa', 'Kristiina Palmu', '2026-000001']) expect(read.text).toContain(text);
  expect(partsOf(read.structure, 'H1')).toHaveLength(1);

  // Tarja sees it at once, and takes the class's papers.
  await tarja.press('link', 'Todistukset');
  if ((await tarja.page.getByRole('button', { name: '5A', exact: true }).count()) > 0) await openClass(tarja, '5A');
  await choose(tarja, /Todistus$/, 'Välitodistus').catch(() => {});
  await tarja.page.getByText(/Annettu 2026-000001/).waitFor();
  const files = unzipSync(await downloadBy(tarja, 'Kukin omana tiedostonaan (zip)'));
  expect(Object.values(files).map((bytes) => Buffer.from(bytes).equals(paper))).toEqual([true]);
}, 180_000);

test('a city gives its certificates their place and words without a line of code', async () => {
  const mikko = await day.visit('main-user');
  await mikko.goTo('/certificate-template');
  await mikko.expectAccessible();
  await mikko.page.getByLabel('Paikkakunta suomeksi').fill('Koivula');
  await mikko.page.getByLabel('Oma teksti todistuksen lopussa suomeksi').fill('Koivulan kaupungin sivistyspalvelut');
  await mikko.press('button', 'Tallenna uusi versio');
  await mikko.page.getByText('Versio 1 on käytössä').waitFor();
  await mikko.page.getByText('Versio 1', { exact: true }).waitFor();
  await mikko.expectAccessible();
  await mikko.goTo('/certificate-template');
  expect(await mikko.page.getByLabel('Paikkakunta suomeksi').inputValue()).toBe('Koivula');
});

test('the secretary takes a class’s contact list along; a protected child is on it without anything that leads to them', async () => {
  const tarja = await day.visit('secretary');
  await tarja.goTo('/lists?list=contact');
  await tarja.page.getByRole('button', { name: '4A', exact: true }).click();
  await tarja.page.getByText('Heino Lumi').waitFor();
  await tarja.expectAccessible();
  const read = await readPdf(await downloadBy(tarja, 'Tulosta (PDF)'));
  expect(read).toMatchObject({ title: 'Yhteystiedot 4A', uaPart: '1' });
  expect(read.text).toMatch(/Heino Lumi kysy kansliasta kysy kansliasta Sanna Heino: kysy kansliasta/);
  expect((await downloadBy(tarja, 'CSV')).toString()).toContain('Heino Lumi');
}, 120_000);
