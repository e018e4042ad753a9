import { SheetView } from './SheetView.tsx';
import { useBehaviourSheet } from './use-sheet.ts';

/** Behaviour of a class. */
export default function BehaviourPage() {
  return <SheetView tools={useBehaviourSheet()} />;
}
