/** The words of who may do what with a datastore. */
export const datastores = {
  purpose: 'Members act on the anomalies of a datastore by the rights of their teams. Managers and Admins need none.',
  none: 'Nothing is said here yet.',
  one: (id: string) => `Datastore ${id}`,
  id: 'Datastore',
  idHint: 'Its id at the anomaly platform.',
  another: 'Add a datastore',
  team: 'Team',
  teamHint: 'As its name stands in people’s tokens.',
  add: 'Add a team',
  rights: {
    editor: 'Editor: open, list, link, unlink tickets',
    author: 'Author: open, list, link, unlink tickets',
    drafter: 'Drafter: open and list tickets',
    viewer: 'Viewer: open and list tickets',
    reporter: 'Reporter: open and list tickets',
  },
};
