/** The sign of words made here, in the accent of the light and the dark page. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#0c5a58}@media (prefers-color-scheme:dark){path{fill:#7cc7bd}}</style><path d="M16 2 30 16 16 30 2 16Z"/></svg>`;
