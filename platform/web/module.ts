import type { ComponentType, ReactNode } from 'react';
import type { IconName } from '../ui/icon/icons.ts';

/** The four regions of the desk, in the order in which they are shown. */
export const deskRegions = ['now', 'waiting', 'changes', 'coming'] as const;
export type DeskRegion = (typeof deskRegions)[number];

export interface WebRoute {
  /** Address of the page, `:name` for parameters: `/people/:personId`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly default: () => ReactNode }>;
  /** Message key: announced, and shown until the page's own heading is there. */
  readonly title: string;
  /** An ability of `me.abilities`, such as `attendance.take`; without it the page is for everyone signed in. */
  readonly needs?: string;
}

export interface NavigationItem {
  readonly to: string;
  /** Message key, one or two words. */
  readonly label: string;
  readonly icon: IconName;
  readonly needs?: string;
  /** Smaller is higher; the first three fit beside the desk on a phone. */
  readonly order: number;
}

export interface DeskWidgetProps<Data> {
  /** What `/api/desk` gave for this widget. */
  readonly data: Data;
  readonly educationProviderId: string | null;
}

export interface DeskWidget {
  /** The same id as in the answer of `/api/desk`, prefixed by the module: `teaching.now`. */
  readonly id: string;
  readonly region: DeskRegion;
  readonly needs?: string;
  /** Part of the workspace's first load, unlike pages: the desk is what people wait for. Let it load its dialogs when asked for. */
  readonly Component: DeskWidgetComponent;
  readonly order: number;
}

/** A component of `DeskWidgetProps<anything>`: the server sends each widget the data its own module declared. */
export type DeskWidgetComponent = ComponentType<DeskWidgetProps<never>>;

/** What opens under the bell; the module that keeps the notifications contributes it. */
export interface NotificationCentre {
  /** Address of the page with all of them. */
  readonly to: string;
  readonly load: () => Promise<{ readonly default: ComponentType<NotificationPanelProps> }>;
}

export interface NotificationPanelProps {
  /** Closes the panel, after something was opened from it. */
  readonly onClose: () => void;
}

/** What one module adds to the workspace. */
export interface WebModule {
  readonly id: string;
  readonly routes?: readonly WebRoute[];
  readonly navigation?: readonly NavigationItem[];
  readonly deskWidgets?: readonly DeskWidget[];
  readonly notifications?: NotificationCentre;
}

/** Declares a module's part of the workspace; `modules/<m>/web/index.tsx` exports it as default. */
export function defineWebModule(module: WebModule): WebModule {
  return module;
}

/** The props of a widget from data of the wire, whose shape the widget's own module knows. */
export function widgetProps(data: unknown, educationProviderId: string | null): DeskWidgetProps<never> {
  return { data: data as never, educationProviderId };
}
