import { Icon, type IconName } from '@digione/platform/ui';
import { Link } from 'react-aria-components/Link';

interface ShellMenuItemProps {
  readonly icon?: IconName;
  readonly label: string;
  readonly detail?: string;
  readonly lang?: string;
  /** One of several choices, and whether it is the one in force. */
  readonly isChosen?: boolean;
  readonly href?: string;
  readonly onPress?: () => void;
}

/** One line of a panel: a choice, an act or a page. */
export function ShellMenuItem({ icon, label, detail, lang, isChosen, href, onPress }: ShellMenuItemProps) {
  const body = (
    <>
      {icon && <Icon name={icon} />}
      <span className="shell-item-texts">
        <span lang={lang}>{label}</span>
        {detail && <span className="shell-item-detail">{detail}</span>}
      </span>
      {isChosen && <Icon name="check" size={16} />}
    </>
  );
  if (href !== undefined) {
    return (
      <Link href={href} className="shell-item" {...(onPress && { onPress })}>
        {body}
      </Link>
    );
  }
  return (
    <button type="button" className="shell-item" aria-pressed={isChosen} onClick={onPress}>
      {body}
    </button>
  );
}
