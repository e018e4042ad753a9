import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useState } from 'react';
import { formatBytes } from '../../i18n/numbers.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { translate } from '../../i18n/translate.ts';
import { Button, IconButton } from '../button/Button.tsx';
import { Icon } from '../icon/Icon.tsx';
import { checkFiles, type FileLimits } from './file-limits.ts';
import './upload.css';

export interface FileDropProps extends FileLimits {
  /** What is wanted: “OneRoster-paketti (zip) tai taulukko (xlsx)”. */
  readonly label: string;
  readonly files: readonly File[];
  readonly onChange: (files: File[]) => void;
  readonly allowsMany?: boolean;
}

/** Takes files by dropping, by choosing, by keyboard; says at once what cannot be taken, and why. */
export function FileDrop({ label, files, onChange, allowsMany = false, accept, maxBytes }: FileDropProps) {
  const language = useLanguage();
  const [fault, setFault] = useState<string>();
  const t = (key: string) => translate(language, key);

  const take = (found: File[]) => {
    const wrong = checkFiles(found, { accept, maxBytes });
    if (wrong === 'size') setFault(translate(language, 'ui.fileTooLarge', { size: formatBytes(language, maxBytes ?? 0) }));
    else if (wrong === 'kind') setFault(t('ui.fileWrongKind'));
    else setFault(undefined);
    if (wrong === undefined && found.length > 0) onChange(allowsMany ? [...files, ...found] : found.slice(0, 1));
  };

  return (
    <div className="ui-drop-box">
      <DropZone
        className="ui-drop"
        aria-label={label}
        onDrop={(event) => {
          const dropped = event.items.filter((item) => item.kind === 'file');
          void Promise.all(dropped.map((item) => item.getFile())).then(take);
        }}
      >
        <span className="ui-drop-icon">
          <Icon name="upload" size={24} />
        </span>
        <p className="ui-drop-label">{label}</p>
        <p className="ui-drop-hint">
          {t(allowsMany ? 'ui.dropFiles' : 'ui.dropFile')} {t('ui.dropOr')}
        </p>
        <FileTrigger allowsMultiple={allowsMany} {...(accept && { acceptedFileTypes: accept })} onSelect={(list) => take([...(list ?? [])])}>
          <Button>{t(allowsMany ? 'ui.chooseFiles' : 'ui.chooseFile')}</Button>
        </FileTrigger>
      </DropZone>
      {fault && (
        <p className="ui-field-error" role="alert">
          <Icon name="alert" size={16} /> {fault}
        </p>
      )}
      {files.length > 0 && (
        <ul className="ui-drop-files">
          {files.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              <Icon name="file" />
              <span className="ui-drop-name">{file.name}</span>
              <span className="ui-muted ui-numbers">{formatBytes(language, file.size)}</span>
              <IconButton icon="cross" size="sm" label={translate(language, 'ui.removeFile', { name: file.name })} onPress={() => onChange(files.filter((one) => one !== file))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
