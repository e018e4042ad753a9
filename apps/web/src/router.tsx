import type { QueryClient } from '@tanstack/react-query';
import { unreachable } from '@digione/platform/web';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { DeskPage } from './desk/DeskPage.tsx';
import { routes } from './modules.ts';
import { CrashPage } from './pages/CrashPage.tsx';
import { Guarded } from './pages/Guarded.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { PagePending } from './pages/PagePending.tsx';
import { Workspace } from './shell/Workspace.tsx';

/** What each route knows of its page beside the component. */
declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Message key of the page's name. */
    title?: string;
  }
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./pages/SignInPage.tsx')) });
const workspace = createRoute({ getParentRoute: () => root, id: 'workspace', component: Workspace });
const desk = createRoute({ getParentRoute: () => workspace, path: '/', component: DeskPage, staticData: { title: 'web.desk.title' } });
const lost = createRoute({ getParentRoute: () => workspace, path: '$', component: NotFoundPage, staticData: { title: 'web.notFound.title' } });

// The router would reload the page for any piece that does not come, and leave it offline with nothing at all.
const told = <T,>(load: () => Promise<T>) => () =>
  load().catch((cause: unknown) => {
    throw unreachable(cause);
  });

const pages = routes.map(({ path, load, title, needs }) => {
  const Page = lazyRouteComponent(told(load));
  return createRoute({
    getParentRoute: () => workspace,
    path: path.replace(/:(\w+)/g, '$$$1'),
    component: Object.assign(() => <Guarded needs={needs} page={Page} />, { preload: async () => Page.preload?.() }),
    staticData: { title },
  });
});

const gallery = __GALLERY__
  ? [createRoute({ getParentRoute: () => root, path: '/dev/gallery', component: lazyRouteComponent(() => import('./gallery/GalleryPage.tsx')) })]
  : [];

/** The addresses of the workspace: its own pages and those of all services. */
export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, ...gallery, workspace.addChildren([desk, ...pages, lost])]),
    context: { client },
    defaultErrorComponent: CrashPage,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 0,
    defaultPendingMinMs: 0,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    // Plain text, not JSON: `?q=1e5` is what somebody wrote.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => (Object.keys(search).length > 0 ? `?${new URLSearchParams(search).toString()}` : ''),
  });
}
