/** Lets the browser keep a file, under the name that the answer gave it, or else under `name`. */
export function save(file: Blob, name: string, disposition: string | null = null): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? name;
  link.click();
  URL.revokeObjectURL(url);
}
