"""What every page stands on: layout, components, error pages, home page, the documents, language and theme.

Leaves the pages themselves to the audiences (`public` and later ones), which extend `base/layout.html` and use the
components in `templates/cotton/`. Nothing here knows a rule of the programme.
"""
