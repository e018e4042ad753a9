import { useEffect, useState, type ReactNode } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Button } from '../button/Button.tsx';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import './state.css';

export interface EmptyStateProps {
  readonly icon?: IconName;
  /** What there would be: “Ei selvitettäviä poissaoloja”. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Inside a card of the desk: one calm line. */
  readonly isCompact?: boolean;
}

/** Nothing here, and that is fine: says what would be here, and what to do if something should be. */
export function EmptyState({ icon = 'check', title, children, action, isCompact = false }: EmptyStateProps) {
  return (
    <div className={`ui-state${isCompact ? ' ui-state-compact' : ''}`}>
      <span className="ui-state-icon">
        <Icon name={icon} size={isCompact ? 20 : 24} />
      </span>
      <div className="ui-state-texts">
        <p className="ui-state-title">{title}</p>
        {children && <div className="ui-state-text">{children}</div>}
      </div>
      {action}
    </div>
  );
}

export interface ErrorStateProps {
  /** A ProblemError, or whatever was thrown. */
  readonly error?: unknown;
  /** What happened; without it the standard words for the error's status. */
  readonly title?: string;
  readonly text?: string;
  readonly onRetry?: () => void;
  readonly isCompact?: boolean;
}

/** What happened, what is safe, what to do; and the trace id for support. */
export function ErrorState({ error, title, text, onRetry, isCompact = false }: ErrorStateProps) {
  const language = useLanguage();
  const t = (key: string) => translate(language, key);
  const known = describe(error);
  return (
    <div className={`ui-state ui-state-error${isCompact ? ' ui-state-compact' : ''}`} role="alert">
      <span className="ui-state-icon">
        <Icon name={known.icon} size={isCompact ? 20 : 24} />
      </span>
      <div className="ui-state-texts">
        <p className="ui-state-title">{title ?? t(known.key ? `ui.error.${known.key}Title` : 'ui.error.title')}</p>
        <div className="ui-state-text">
          <p>{text ?? known.detail ?? (known.key ? t(`ui.error.${known.key}`) : `${t('ui.error.safe')} ${t('ui.error.try')}`)}</p>
          {known.traceId && <p className="ui-state-trace">{translate(language, 'ui.traceId', { traceId: known.traceId })}</p>}
        </div>
      </div>
      {onRetry && known.canRetry && (
        <Button icon="refresh" onPress={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
    </div>
  );
}

interface KnownError {
  /** Part of the message key, `''` for any other error. */
  readonly key: '' | 'offline' | 'noRights' | 'notFound' | 'conflict' | 'tooMany';
  readonly icon: IconName;
  readonly canRetry: boolean;
  readonly detail?: string | undefined;
  readonly traceId?: string | undefined;
}

const keyOfStatus: Readonly<Record<number, KnownError['key']>> = {
  0: 'offline', 502: 'offline', 503: 'offline', 504: 'offline', 403: 'noRights', 404: 'notFound', 409: 'conflict', 412: 'conflict', 429: 'tooMany',
};
const iconOfKey: Readonly<Record<KnownError['key'], IconName>> = {
  '': 'alert', offline: 'offline', noRights: 'lock', notFound: 'question', conflict: 'people', tooMany: 'clock',
};

// Told by shape: the design system knows nothing of how requests are made.
function describe(error: unknown): KnownError {
  if (typeof error !== 'object' || error === null || !('status' in error) || typeof error.status !== 'number') return { key: '', icon: 'alert', canRetry: true };
  const key = keyOfStatus[error.status] ?? '';
  const text = (name: 'detail' | 'traceId') => {
    const value: unknown = name in error ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { key, icon: iconOfKey[key], canRetry: key !== 'noRights' && key !== 'notFound', detail: key === 'offline' ? undefined : text('detail'), traceId: text('traceId') };
}

/** True once it has taken so long that waiting should be shown: what comes within 300 ms shall not flicker. */
function useTakesLong(): boolean {
  const [takesLong, setTakesLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTakesLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return takesLong;
}

export interface SkeletonProps {
  /** Rows of the coming list or table; their room is kept from the start, so nothing moves. */
  readonly rows?: number;
  readonly kind?: 'rows' | 'card' | 'text';
}

/** Keeps the room of what is coming, and after 300 ms shows that it is coming. */
export function Skeleton({ rows = 3, kind = 'rows' }: SkeletonProps) {
  const language = useLanguage();
  const takesLong = useTakesLong();
  return (
    <div className={`ui-skeleton ui-skeleton-${kind}${takesLong ? ' ui-skeleton-shown' : ''}`}>
      {takesLong && (
        <span role="status">
          <VisuallyHidden>{translate(language, 'ui.loading')}</VisuallyHidden>
        </span>
      )}
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="ui-skeleton-bar" />
      ))}
    </div>
  );
}

interface QueryLike<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch?: () => unknown;
  readonly retry?: () => void;
}

export interface QueryStateProps<Data> {
  readonly query: QueryLike<Data>;
  /** What keeps the room while loading; `<Skeleton />` unless told. */
  readonly loading?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The four states of a read: loading, error (with what was read before still in sight), data. Emptiness is the page's to tell. */
export function QueryState<Data>({ query, loading, children }: QueryStateProps<Data>) {
  const { data, error } = query;
  const onRetry = query.retry ?? (query.refetch && (() => void query.refetch?.()));
  if (data === undefined) return error ? <ErrorState error={error} {...(onRetry && { onRetry })} /> : (loading ?? <Skeleton />);
  return (
    <>
      {Boolean(error) && <ErrorState error={error} isCompact {...(onRetry && { onRetry })} />}
      {children(data)}
    </>
  );
}
