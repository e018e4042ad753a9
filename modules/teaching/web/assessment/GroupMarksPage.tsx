import { SheetView } from './SheetView.tsx';
import { useGroupSheet } from './use-sheet.ts';

/** Marks of a teaching group in its subject. */
export default function GroupMarksPage() {
  return <SheetView tools={useGroupSheet()} />;
}
