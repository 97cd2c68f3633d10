/// The keys of `tokenbook.yml`.
enum SettingsKey: String, SectionKey {
  case title, organisation, currency
  case timeZone = "time_zone"
  case locale, lookback, users, agreement, contact, logo, accent, moved
  case snapshot, templates, site, sources
  case trustedHosts = "trusted_hosts"
  case certificateFile = "certificate_file"
  case proxy

  var example: String {
    switch self {
    case .title: "title: AI usage and cost"
    case .organisation: "organisation: Contoso"
    case .currency: "currency: EUR"
    case .timeZone: "time_zone: Europe/Berlin"
    case .locale: "locale: en-GB"
    case .lookback: "lookback: 3"
    case .users: "users: off"
    case .agreement: "agreement: {document: Works agreement 12, date: 2026-01-31}"
    case .contact: "contact: ai-costs@contoso.example"
    case .logo: "logo: logo.svg"
    case .accent: "accent: \"#14503F\""
    case .moved: "moved: {teams/old-name: teams/new-name}"
    case .snapshot: "snapshot: snapshot.sqlite"
    case .templates: "templates: Templates"
    case .site: "site: site"
    case .sources: "sources: []"
    case .trustedHosts: "trusted_hosts: [logs.contoso.example]"
    case .certificateFile: "certificate_file: company-ca.pem"
    case .proxy: "proxy: http://proxy.contoso.example:8080"
    }
  }
}

/// The keys of `agreement`.
enum AgreementKey: String, SectionKey {
  case document, date

  var example: String {
    switch self {
    case .document: "document: Works agreement 12"
    case .date: "date: 2026-01-31"
    }
  }
}
