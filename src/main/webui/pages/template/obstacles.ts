import { html } from 'lit';
import type { Problem } from '../../app/api.ts';
import { texts } from '../../texts.ts';
import type { Obstacle } from '../templates/template.ts';

/** What stands in the way of a template, and who can move each. */
export function obstacleList(obstacles: readonly Obstacle[]): unknown {
  return html`
    <ul class="obstacles">
      ${obstacles.map(
        (obstacle) => html`
          <li><b>${pathInWords(obstacle.subject)}</b> ${obstacle.message}<br><span class="soft">${texts.who(obstacle.whoCanFix)}</span></li>
        `,
      )}
    </ul>
  `;
}

/** A path of a template: {@code mappings.fields.sku} is the column of the SKU. */
export function pathInWords(path: string): string {
  const [first = '', second = '', ...rest] = path.split('.');
  const words = texts.template.paths;
  const name = rest.join('.');
  if (first === 'mappings' && name) {
    return words.mapping(words.mappings[second] ?? second, texts.template.fields[name] ?? texts.template.values[name] ?? name);
  }
  if (first === 'options' && second) {
    return texts.template.options[second]?.label ?? second;
  }
  return words.names[path] ?? path;
}

/** What a refusal names as standing in the way. */
export function obstaclesIn(problem: Problem | undefined): readonly Obstacle[] {
  const obstacles = problem?.said['obstacles'];
  return Array.isArray(obstacles) ? obstacles : [];
}
