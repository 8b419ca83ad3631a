/** Member of a SARIF run's property bag that holds the ids of the backends, for which SARIF has no place of its own. */
export const SARIF_BACKENDS = 'ajar/backends';
