import { texts } from '../texts.ts';

/** A page, where it is found, and who sees it. */
export interface Route {
  /** As in {@code /anomalies/:source/:id}. */
  readonly path: string;
  readonly title: string;
  readonly element: string;
  readonly load: () => Promise<unknown>;
  /** For Managers and Admins only. */
  readonly manages: boolean;
  /** The word in the navigation that leads there, or that it belongs to. */
  readonly nav: keyof typeof texts.nav;
}

export const routes: readonly Route[] = [
  {
    path: '/overview',
    title: texts.nav.overview,
    element: 'nb-overview',
    load: () => import('../pages/overview.ts'),
    manages: true,
    nav: 'overview',
  },
  {
    path: '/anomalies',
    title: texts.nav.anomalies,
    element: 'nb-anomalies',
    load: () => import('../pages/anomalies.ts'),
    manages: false,
    nav: 'anomalies',
  },
  {
    path: '/anomalies/:source/:id',
    title: texts.nav.anomalies,
    element: 'nb-anomaly',
    load: () => import('../pages/anomaly.ts'),
    manages: false,
    nav: 'anomalies',
  },
  {
    path: '/connections',
    title: texts.nav.connections,
    element: 'nb-connections',
    load: () => import('../pages/connections.ts'),
    manages: true,
    nav: 'connections',
  },
  {
    path: '/connections/:id',
    title: texts.nav.connections,
    element: 'nb-connection',
    load: () => import('../pages/connection.ts'),
    manages: true,
    nav: 'connections',
  },
  {
    path: '/guides/:name',
    title: texts.guide.title,
    element: 'nb-guide',
    load: () => import('../pages/guide.ts'),
    manages: true,
    nav: 'connections',
  },
  {
    path: '/templates',
    title: texts.nav.templates,
    element: 'nb-templates',
    load: () => import('../pages/templates.ts'),
    manages: true,
    nav: 'templates',
  },
  {
    path: '/templates/:id',
    title: texts.nav.templates,
    element: 'nb-template',
    load: () => import('../pages/template.ts'),
    manages: true,
    nav: 'templates',
  },
  {
    path: '/products',
    title: texts.nav.products,
    element: 'nb-products',
    load: () => import('../pages/products.ts'),
    manages: true,
    nav: 'products',
  },
  {
    path: '/products/:template',
    title: texts.nav.products,
    element: 'nb-kept-products',
    load: () => import('../pages/kept-products.ts'),
    manages: true,
    nav: 'products',
  },
  {
    path: '/products/:template/:sku',
    title: texts.nav.products,
    element: 'nb-product',
    load: () => import('../pages/product.ts'),
    manages: true,
    nav: 'products',
  },
  {
    path: '/product-runs/:run',
    title: texts.nav.products,
    element: 'nb-product-run',
    load: () => import('../pages/product-run.ts'),
    manages: true,
    nav: 'products',
  },
  {
    path: '/orders',
    title: texts.nav.orders,
    element: 'nb-orders',
    load: () => import('../pages/orders.ts'),
    manages: true,
    nav: 'orders',
  },
  {
    path: '/orders/:order',
    title: texts.nav.orders,
    element: 'nb-order',
    load: () => import('../pages/order.ts'),
    manages: true,
    nav: 'orders',
  },
  {
    path: '/activity',
    title: texts.nav.activity,
    element: 'nb-activity',
    load: () => import('../pages/activity.ts'),
    manages: true,
    nav: 'activity',
  },
  {
    path: '/activity/:id',
    title: texts.nav.activity,
    element: 'nb-entry',
    load: () => import('../pages/entry.ts'),
    manages: true,
    nav: 'activity',
  },
];

/** What an address names. */
export interface Match {
  readonly route: Route;
  readonly place: Record<string, string>;
  readonly query: URLSearchParams;
  /** The address without its query. */
  readonly path: string;
}

/** The page at {@code #/anomalies/qualytics/7?tab=links}, of those that are given. */
export function match(hash: string, among: readonly Route[] = routes): Match | undefined {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  for (const route of among) {
    const place = placeIn(route.path, path);
    if (place) {
      return { route, place, query: new URLSearchParams(query), path };
    }
  }
  return undefined;
}

function placeIn(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const place: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const text = given[i] ?? '';
    if (part.startsWith(':')) {
      const decoded = readable(text);
      if (decoded === undefined) {
        return undefined;
      }
      place[part.slice(1)] = decoded;
    } else if (part !== text) {
      return undefined;
    }
  }
  return place;
}

// Whoever types an address may leave a percent sign on its own.
function readable(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The address of a page; its parts may hold anything. */
export function address(...parts: string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}
