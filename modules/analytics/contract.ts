/** No other module may use anything of analytics yet: it listens, and people look. */
export {}
