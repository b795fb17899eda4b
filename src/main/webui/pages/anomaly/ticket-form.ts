import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Api, withQuery } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { type FieldError, Problem } from '../../app/problem.ts';
import { texts } from '../../texts.ts';
import { keepDesk, usualDesk } from './desk.ts';
import type { Choice, Field, Shape } from './shape.ts';
import { type Target, targets } from './ticketing.ts';

/** A form for tickets as a person fills it in: where to, what the desk asks for there, and what was answered. */
export class TicketForm implements ReactiveController {
  /** None where there is nowhere for tickets to go. */
  readonly shape: Loading<Shape | null>;
  targets: readonly Target[] = [];
  target = '';
  /** Columns of the desk's own that the person wants to fill in. */
  added: readonly string[] = [];
  private table?: string;
  private errors: readonly FieldError[] = [];
  private readonly values = new Map<string, string>();
  private readonly offers = new WeakMap<Field, { readonly parent: string; readonly choices: readonly Choice[] }>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly api: () => Api,
  ) {
    this.shape = new Loading(host, (signal) => this.read(signal));
    host.addController(this);
  }

  hostConnected(): void {}

  /** Of the connection that the ticket goes to. */
  get path(): string {
    return `/ticket-targets/${encodeURIComponent(this.target)}`;
  }

  value(name: string): string {
    return this.values.get(name) ?? '';
  }

  set(name: string, value: string): void {
    if (value === this.value(name)) {
      return;
    }
    this.values.set(name, value);
    this.errors = this.errors.filter((error) => error.field !== name);
    this.dropOrphans(name);
    this.host.requestUpdate();
  }

  aim(target: string): void {
    if (target === this.target) {
      return;
    }
    this.target = target;
    keepDesk(target);
    this.table = undefined;
    void this.shape.run();
  }

  turnTo(table: string): void {
    if (table === this.shape.value?.table) {
      return;
    }
    this.table = table;
    void this.shape.run();
  }

  /** Shows a field that is not shown unasked; resolves when it is there. */
  async add(name: string): Promise<void> {
    this.added = [...this.added, name];
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  /** Shows at the fields what is wrong with them. */
  fault(errors: readonly FieldError[]): void {
    this.errors = errors;
    this.host.requestUpdate();
  }

  /** Shows which of these are empty; true if any is. */
  demand(names: readonly string[]): boolean {
    this.fault(names.map((field) => ({ field, message: texts.ticketForm.required })));
    return names.length > 0;
  }

  error(name: string): string {
    return this.errors.find((error) => error.field === name)?.message ?? '';
  }

  label(name: string): string {
    return this.shape.value?.fields.find((field) => field.name === name)?.label ?? name;
  }

  lengthOf(name: string, usual: number): number {
    return this.shape.value?.fields.find((field) => field.name === name)?.length ?? usual;
  }

  /** A problem that calls the fields what the form calls them. */
  worded({ status, title, detail, resolution, whoCanFix, errors, type }: Problem): Problem {
    const worded = errors.map(({ field, message }) => ({ field: this.label(field), message }));
    return new Problem(status, title, detail, resolution, whoCanFix, worded, type);
  }

  /** What a field offers now: the same list until that changes. */
  choices(field: Field): readonly Choice[] {
    const parent = field.dependsOn ? this.value(field.dependsOn) : '';
    const kept = this.offers.get(field);
    if (kept?.parent === parent) {
      return kept.choices;
    }
    const choices = (field.choices ?? []).filter(({ dependsOn }) => !dependsOn || dependsOn === parent);
    this.offers.set(field, { parent, choices });
    return choices;
  }

  /** The label of the priority that impact and urgency make; empty while that cannot be said. */
  get priority(): string {
    const found = this.shape.value?.priorities?.find(
      ({ impact, urgency }) => impact === this.value('impact') && urgency === this.value('urgency'),
    );
    return found?.label ?? '';
  }

  /** The mandatory fields that are empty, by name. */
  get missing(): readonly string[] {
    const fields = this.shape.value?.fields ?? [];
    return fields.filter((field) => field.mandatory && !this.value(field.name).trim()).map(({ name }) => name);
  }

  /** What was answered, of what the desk asks for. */
  get answers(): Readonly<Record<string, string>> {
    const asked = new Set(this.shape.value?.fields.map(({ name }) => name));
    return Object.fromEntries([...this.values].filter(([name, value]) => value.trim() && asked.has(name)));
  }

  private async read(signal: AbortSignal): Promise<Shape | null> {
    if (!this.targets.length) {
      this.targets = await targets(this.api(), signal);
      this.target = usualDesk(this.targets)?.id ?? '';
    }
    const path = `${this.path}/form`;
    return this.target ? this.api().get<Shape>(withQuery(path, { table: this.table }), signal) : null;
  }

  // A choice that is no longer offered is no answer any more.
  private dropOrphans(parent: string): void {
    for (const field of this.shape.value?.fields ?? []) {
      const orphaned = field.dependsOn === parent && !this.choices(field).some(({ value }) => value === this.value(field.name));
      if (orphaned) {
        this.values.delete(field.name);
      }
    }
  }
}
