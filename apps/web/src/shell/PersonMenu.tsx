import { signOut, signOutEverywhere } from '@digione/access/contract';
import { Avatar } from '@digione/platform/ui';
import { localized } from '@digione/platform/i18n';
import { leaveWorkspace, useAction, useLanguage, useT, type Me, type Translate } from '@digione/platform/web';
import { useSavePreferences } from '../use-preferences.ts';
import { showTheme, type Theme } from '../theme.ts';
import { ShellMenu } from './ShellMenu.tsx';
import { ShellMenuItem } from './ShellMenuItem.tsx';

const themes = [
  { theme: 'auto', icon: 'contrast' },
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
] as const;

/** Who one is here, how the page looks, and the way out. */
export function PersonMenu({ me }: { me: Me }) {
  const t = useT<string>();
  const save = useSavePreferences();
  const goOut = { onDone: ({ redirectTo }: { redirectTo: string }) => leaveWorkspace(redirectTo) };
  const leave = useAction(signOut, goOut);
  const leaveEverywhere = useAction(signOutEverywhere, goOut);
  const chooseTheme = (theme: Theme) => {
    showTheme(theme);
    save({ theme });
  };
  return (
    <ShellMenu label={t('web.person.menu', { name: me.displayName })} buttonClass="shell-person" button={<Avatar name={me.displayName} />}>
      {(close) => (
        <>
          <Identities me={me} />
          <div className="shell-panel-group" role="group" aria-label={t('web.person.theme')}>
            {themes.map(({ theme, icon }) => (
              <ShellMenuItem key={theme} icon={icon} label={t(`web.person.theme.${theme}`)} isChosen={me.theme === theme} onPress={() => chooseTheme(theme)} />
            ))}
          </div>
          <div className="shell-panel-group">
            <ShellMenuItem icon="lock" label={t('web.person.sessions')} href="/access/sessions" onPress={close} />
            <ShellMenuItem icon="sign-out" label={t('web.person.signOut')} onPress={() => leave.run({})} />
            <ShellMenuItem icon="shield" label={t('web.person.signOutEverywhere')} onPress={() => leaveEverywhere.run({})} />
          </div>
        </>
      )}
    </ShellMenu>
  );
}

function Identities({ me }: { me: Me }) {
  const t = useT<string>();
  const language = useLanguage();
  return (
    <ul className="shell-identities">
      {me.identities.map((identity) => (
        <li key={identity.educationProviderId}>
          <span className="shell-identity-name">
            {identity.callName} {identity.lastName}
          </span>
          <span className="shell-item-detail">{[...rolesOf(identity, t), localized(identity.providerName, language)].join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** What one is in an education provider, each only once: “Opettaja”, “Huoltaja”. */
function rolesOf(identity: Me['identities'][number], t: Translate<string>): string[] {
  const roles = identity.roles.map(({ role }) => t(`web.role.${role}`));
  if (identity.isGuardian) roles.push(t('web.person.guardian'));
  if (identity.isLearner) roles.push(t('web.person.learner'));
  return [...new Set(roles)];
}
