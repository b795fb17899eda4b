import type { Problem } from '../../app/problem.ts';
import { flawIn } from '../../parts/inputs.ts';
import type { OptionValue, Schedule, Template, TemplateForm, TemplateKind } from '../templates/template.ts';

/** What was changed and is not saved yet, by its path: {@code mappings.fields.sku}. What is {@code undefined} is taken away. */
export type Edits = Readonly<Record<string, OptionValue | Schedule | undefined>>;

/** A template as somebody edits it. Edits lie over what is kept, so that they outlive what others save meanwhile. */
export class Editing {
  constructor(
    readonly template: Template,
    readonly kind: TemplateKind,
    /** The type of the desk, by which suggestions go. */
    readonly deskType: string,
    private readonly edits: Edits,
    private readonly problem: Problem | undefined,
    readonly enter: (path: string, value: OptionValue | Schedule | undefined) => void,
  ) {}

  get name(): string {
    return String(this.edits['name'] ?? this.template.name);
  }

  get schedule(): Schedule {
    return (this.edits['schedule'] as Schedule | undefined) ?? this.template.schedule;
  }

  get options(): Readonly<Record<string, OptionValue>> {
    const all = Object.keys(this.template.options).map((name) => [name, this.edits[`options.${name}`] ?? this.template.options[name]]);
    return Object.fromEntries(all);
  }

  /** The names of a mapping and what they are mapped to, with what was only just entered. */
  mapping(name: string): Readonly<Record<string, string>> {
    const prefix = `mappings.${name}.`;
    const edited = Object.entries(this.edits)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, value]) => [path.slice(prefix.length), value]);
    const all = Object.entries({ ...this.template.mappings[name], ...Object.fromEntries(edited) });
    return Object.fromEntries(all.filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]));
  }

  mapped(name: string, key: string): string {
    return this.mapping(name)[key] ?? '';
  }

  flaw(path: string): string | undefined {
    return flawIn(this.problem, path);
  }

  /** As the API takes it: what maps to nothing is left out. */
  form(): TemplateForm {
    const { kind, deskId, distributorId } = this.template;
    const names = ['tables', 'fields', ...this.kind.mappings.map((map) => map.mapping)];
    const mappings = Object.fromEntries(names.map((name) => [name, withoutBlanks(this.mapping(name))]));
    return { kind, deskId, distributorId, name: this.name, schedule: this.schedule, mappings, options: this.options };
  }
}

function withoutBlanks(mapping: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).filter(([, value]) => value.trim() !== ''));
}
