import { Page, PageHeader, Segmented, Stack } from '@digione/platform/ui';
import { useLanguage } from '@digione/platform/web';
import { useState } from 'react';
import { useChooseLanguage } from '../language-choice.ts';
import { Links } from '../shell/Links.tsx';
import { showTheme, type Theme } from '../theme.ts';
import { FormsGallery } from './FormsGallery.tsx';
import { OverlaysGallery } from './OverlaysGallery.tsx';
import { PicturesGallery } from './PicturesGallery.tsx';
import { StatesGallery } from './StatesGallery.tsx';
import { SurfacesGallery } from './SurfacesGallery.tsx';
import './gallery.css';

/** Every component in all its states. For those who build pages; not in production. */
export default function GalleryPage() {
  const language = useLanguage();
  const choose = useChooseLanguage();
  const [theme, setTheme] = useState<Theme>('auto');
  return (
    <Links>
      <main className="gallery">
        <Page width="wide">
          <PageHeader
            title="Gallery"
            subtitle="Every component in all its states"
            actions={
              <>
                <Segmented label="Language" value={language} onChange={(value) => void choose(value)} options={[{ value: 'fi', label: 'fi' }, { value: 'sv', label: 'sv' }, { value: 'en', label: 'en' }]} />
                <Segmented
                  label="Theme"
                  value={theme}
                  onChange={(value) => {
                    showTheme(value);
                    setTheme(value);
                  }}
                  options={[{ value: 'auto', label: 'Auto', icon: 'contrast' }, { value: 'light', label: 'Light', icon: 'sun' }, { value: 'dark', label: 'Dark', icon: 'moon' }]}
                />
              </>
            }
          />
          <Stack gap={8}>
            <SurfacesGallery />
            <FormsGallery />
            <PicturesGallery />
            <OverlaysGallery />
            <StatesGallery />
          </Stack>
        </Page>
      </main>
    </Links>
  );
}
