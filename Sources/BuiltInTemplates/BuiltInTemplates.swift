/// The built-in workbook, embedded into the program: every file of the top-level folder Templates.
///
/// The folder is linked into this target, because only files below a target can be embedded. Each
/// file stands here and, with `.embedInCode`, in Package.swift; a test compares both with the
/// folder.
package let builtInTemplates: [(name: String, bytes: [UInt8])] = [
  ("index.md", PackageResources.index_md),
  ("teams.md", PackageResources.teams_md),
  ("team.md", PackageResources.team_md),
  ("months.md", PackageResources.months_md),
  ("month.md", PackageResources.month_md),
  ("cost_centres.md", PackageResources.cost_centres_md),
  ("cost_centre.md", PackageResources.cost_centre_md),
  ("features.md", PackageResources.features_md),
  ("feature.md", PackageResources.feature_md),
  ("models.md", PackageResources.models_md),
  ("people.md", PackageResources.people_md),
  ("data.md", PackageResources.data_md),
  ("how-we-count.md", PackageResources.how_we_count_md),
  ("glossary.md", PackageResources.glossary_md),
  ("model.md", PackageResources.model_md),
  ("_spending.md", PackageResources._spending_md),
  ("_spending_tiles.md", PackageResources._spending_tiles_md),
  ("_completeness.md", PackageResources._completeness_md),
  ("_ended.md", PackageResources._ended_md),
  ("layout.html", PackageResources.layout_html),
  ("theme.css", PackageResources.theme_css),
  ("tokenbook.js", PackageResources.tokenbook_js),
]
