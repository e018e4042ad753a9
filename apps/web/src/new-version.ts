const RELOADED = 'digione.reloadedFrom';

let asked: Promise<boolean> | undefined;

const programs = (): string[] => [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].map((script) => script.getAttribute('src') ?? '');

/** The server's page names other programs than this one runs. */
async function isOutdated(): Promise<boolean> {
  const page = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html', 'x-digione-unattended': '1' } }).then((answer) => (answer.ok ? answer.text() : ''), () => '');
  return page !== '' && programs().some((program) => !page.includes(program));
}

async function check(): Promise<boolean> {
  const running = programs().join(' ');
  // Behind two servers of two versions a second reload could get the old page again, and a third the new one.
  if (running === '' || sessionStorage.getItem(RELOADED) === running || !(await isOutdated())) return false;
  sessionStorage.setItem(RELOADED, running);
  location.reload();
  return true;
}

/**
 * What failed may have failed because a newer version was published and this page's pieces are gone: then gets the new
 * ones, once for each version.
 * @returns whether the page is on its way
 */
export function reloadIfOutdated(): Promise<boolean> {
  return (asked ??= check().finally(() => {
    asked = undefined;
  }));
}
