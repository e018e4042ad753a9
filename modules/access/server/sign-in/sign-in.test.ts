import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { Jar, type Page } from '../testing/jar.ts';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ modules: [], config: { personas: PERSONAS } });
  await seedPersonas(world);
});
afterAll(() => world.close());

/** From the first click to the picker of the built-in provider. */
async function toPicker(jar: Jar, start = '/sign-in/demo'): Promise<string> {
  const begun = await jar.get(start);
  const authorization = await jar.get(begun.location ?? '');
  return authorization.location ?? '';
}

const pick = async (jar: Jar, picker: string, subject: string) => jar.follow(await jar.post(picker, { subject }), '/sign-in/callback');

async function signIn(subject: string, start = '/sign-in/demo', jar = new Jar(world.server.app)): Promise<{ jar: Jar; last: Page }> {
  const callback = await pick(jar, await toPicker(jar, start), subject);
  return { jar, last: await jar.get(callback.location ?? '') };
}

test('one picks a persona, comes back signed in and lands where one was going', async () => {
  const jar = new Jar(world.server.app);
  const picker = await jar.follow(await jar.get('/sign-in/demo?returnTo=%2Fpeople%3Fq%3Daino'));
  expect(picker.status).toBe(200);
  expect(picker.text).toContain('Aino Opettaja');
  const { last } = await signIn('teacher', '/sign-in/demo?returnTo=%2Fpeople%3Fq%3Daino', jar);
  expect(last).toMatchObject({ status: 303, location: '/people?q=aino' });
  const me = JSON.parse((await jar.get('/api/me')).text);
  expect(me.displayName).toBe('Aino Opettaja');
});
