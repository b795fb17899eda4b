import { Notification } from '@vaadin/notification';

const MILLIS = 5_000;

/** Tells in passing what was done. What went wrong is told where it happened, by {@link nb-problem}. */
export function notice(text: string): void {
  Notification.show(text, { position: 'bottom-start', duration: MILLIS, theme: 'contrast' });
}
