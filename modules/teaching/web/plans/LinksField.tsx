import { Button, IconButton, TextField } from '@digione/platform/ui';
import { useState } from 'react';
import type { PlanLink } from '../../contract/index.ts';
import { useText } from '../messages.ts';

const ADDRESS = /^https?:\/\/\S+$/;

/** Pages elsewhere: a title and an address each. */
export function LinksField({ links, isLocked, onChange }: { links: readonly PlanLink[]; isLocked: boolean; onChange: (links: readonly PlanLink[]) => void }) {
  const t = useText();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const isAddress = ADDRESS.test(url.trim());
  const add = () => {
    onChange([...links, { title: title.trim() === '' ? url.trim() : title.trim(), url: url.trim() }]);
    setTitle('');
    setUrl('');
  };
  return (
    <div className="teaching-plan-links">
      {links.length > 0 && (
        <ul>
          {links.map((link, index) => (
            <li key={`${link.url} ${index}`}>
              <a href={link.url} target="_blank" rel="noreferrer">
                {link.title}
              </a>
              {!isLocked && <IconButton icon="cross" size="sm" label={t('teaching.entry.remove', { text: link.title })} onPress={() => onChange(links.filter((one) => one !== link))} />}
            </li>
          ))}
        </ul>
      )}
      {!isLocked && (
        <div className="teaching-plan-line">
          <TextField label={t('teaching.plan.linkUrl')} isOptional value={url} onChange={setUrl} maxLength={2000} placeholder="https://" {...(url !== '' && !isAddress && { errorMessage: t('teaching.plan.linkFault') })} />
          <TextField label={t('teaching.plan.linkTitle')} isOptional value={title} onChange={setTitle} maxLength={200} />
          <Button icon="link" isDisabled={!isAddress} onPress={add}>
            {t('teaching.plan.addLink')}
          </Button>
        </div>
      )}
    </div>
  );
}
