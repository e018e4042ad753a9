import '@digione/platform/ui/tokens/font.css';
import '@digione/platform/ui/tokens/tokens.css';
import '@digione/platform/ui/tokens/subject-hues.css';
import '@digione/platform/ui/tokens/base.css';
import './shell/shell.css';
import { createQueryClient, onAuthenticationNeeded, refreshTopics, watchPresence } from '@digione/platform/web';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { deskQuery } from './desk/desk-query.ts';
import { openLanguage, pageLanguage } from './languages.ts';
import { createAppRouter } from './router.tsx';
import { leaveForSignIn, leaveForStepUp, meQuery } from './session.ts';

const client = createQueryClient();
onAuthenticationNeeded((problem) => (problem.isStepUp ? leaveForStepUp() : leaveForSignIn(client.getQueryData(meQuery.queryKey) ? 'expired' : undefined)));

// Asked for before anything is drawn: answers and texts arrive while the program starts.
if (location.pathname !== '/sign-in' && !location.pathname.startsWith('/dev/')) {
  void client.prefetchQuery(meQuery);
  if (location.pathname === '/') void client.prefetchQuery(deskQuery);
}

watchPresence();
window.addEventListener('online', () => void refreshTopics(client, ['*']));

const language = pageLanguage();
await openLanguage(language);
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(<App client={client} router={createAppRouter(client)} firstLanguage={language} />);
