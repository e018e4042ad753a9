/**
 * Into which files the workspace's first load is cut. On a phone's network a request costs more than ten kilobytes do, and
 * six go at once: two programs and a style sheet, however many modules they are made of. Pages follow as they are opened.
 */
export const pieces = {
  includeDependenciesRecursively: false,
  groups: [
    // Packages change seldom: their file keeps its name, and its place in the browser's cache, over releases.
    { name: 'packages', tags: ['$initial' as const], test: /[\\/]node_modules[\\/]/, priority: 2 },
    { name: 'workspace', tags: ['$initial' as const], test: (id: string) => !id.endsWith('/src/early.ts'), priority: 1 },
  ],
};
