/** What other modules may use of views: nothing yet. */
export {}
