/** Kinds of subject teacher's posts: what is taught together in Finnish schools. */
const posts = {
  'mother-tongue': ['AI'],
  languages: ['A1', 'B1', 'B2', 'A'],
  mathematics: ['MA', 'FY', 'KE'],
  biology: ['BI', 'GE'],
  humanities: ['HI', 'YH', 'KT'],
  psychology: ['PS', 'FI'],
  'visual-arts': ['KU'],
  music: ['MU'],
  crafts: ['KS'],
  'physical-education': ['LI', 'TE'],
  'home-economics': ['KO'],
  guidance: ['OP'],
  technology: ['TT'],
} as const satisfies Record<string, readonly string[]>;

export type Post = keyof typeof posts;

const postBySubject = new Map<string, Post>();
const isPost = (name: string): name is Post => name in posts;
for (const name of Object.keys(posts)) if (isPost(name)) for (const subject of posts[name]) postBySubject.set(subject, name);

export function getPost(subject: string): Post {
  const post = postBySubject.get(subject);
  if (post === undefined) throw new Error(`Nobody teaches ${subject}`);
  return post;
}

/** Lessons a week that a post is filled up to; collective agreements say 18–24 by subject. */
export const LESSONS_PER_POST = 22;

/** The kind of room a post teaches in. */
export const roomKindOf: Readonly<Record<Post, string>> = {
  'mother-tongue': 'classroom',
  languages: 'classroom',
  mathematics: 'science',
  biology: 'science',
  humanities: 'classroom',
  psychology: 'classroom',
  'visual-arts': 'art',
  music: 'music',
  crafts: 'craft',
  'physical-education': 'gym',
  'home-economics': 'home-economics',
  guidance: 'classroom',
  technology: 'computer',
};
