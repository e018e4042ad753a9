import { useSyncExternalStore } from 'react';

export interface ToastContent {
  readonly tone: 'success' | 'info' | 'attention' | 'danger';
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Toast extends ToastContent {
  readonly id: number;
  /** Milliseconds it stays; an error stays until closed. */
  readonly stays: number | null;
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Tells something that just happened, in the corner. Three at once at most: older ones have been seen. */
export function addToast(content: ToastContent): number {
  const id = nextId;
  nextId += 1;
  const stays = content.tone === 'danger' ? null : content.action ? 10_000 : 5_000;
  set([...toasts.filter((toast) => toast.title !== content.title || toast.text !== content.text), { ...content, id, stays }].slice(-3));
  return id;
}

/** Takes a toast away. */
export function closeToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** The toasts now in sight. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
    () => toasts,
  );
}
