/// The settings and the lists that finance keeps, by file name.
let demoTexts: [(path: String, text: String)] = [
  ("tokenbook.yml", demoSettings),
  ("teams.csv", demoTeams),
  ("subscriptions.csv", demoSubscriptions),
  ("features.csv", demoFeatures),
  ("models.csv", demoModels),
  ("rates.csv", demoRates),
  ("logo.svg", demoLogo),
]

private let demoSettings = """
  title: AI usage and cost
  organisation: Halden & Pryce
  currency: EUR
  time_zone: Europe/Berlin
  locale: en-GB
  lookback: 3
  users: names
  agreement: {document: Works agreement on AI usage figures, date: 2025-09-15}
  contact: ai-costs@halden-pryce.example
  logo: logo.svg
  sources:
    - name: gateway-export
      kind: azure-monitor-export
      path: exports/
      dimensions: {subscription: Subscription ID, user: User ID, feature: API ID, model: Model}
    - name: code-assistant
      kind: csv
      path: code-assistant.csv
      columns:
        time: date
        user: developer
        requests: suggestions
        prompt_tokens: prompt_tokens
        completion_tokens: completion_tokens
        cached_tokens: cached_tokens
      constants: {subscription: sub-developers, feature: code-completion, model: gpt-5.4-mini}

  """

// Two strokes and a rule: an H that carries a P.
private let demoLogo = """
  <svg xmlns="http://www.w3.org/2000/svg" width="26" height="26" viewBox="0 0 26 26">
  <rect width="26" height="26" fill="#14503f"/>
  <path d="M7 5V21M15 5V21M7 13H15" fill="none" stroke="#fff" stroke-width="2.5"/>
  <path d="M15 6.25H17A3.375 3.375 0 0 1 17 13H15" fill="none" stroke="#fff" stroke-width="2.5"/>
  </svg>

  """

// Field Service moves from one cost centre to another at the half-year.
private let demoTeams = """
  team,name,cost_centre,owner,email,valid_from,valid_to
  customer-service,Customer Service,CC4711,Head of Customer Service,customer-service@halden-pryce.example,,
  field-service,Field Service,CC4720,Head of Field Service,field-service@halden-pryce.example,,2026-06-30
  field-service,Field Service,CC4750,Head of Operations,field-service@halden-pryce.example,2026-07-01,
  claims,Claims,CC4730,Head of Claims,claims@halden-pryce.example,,
  engineering,Engineering,CC4740,Head of Engineering,engineering@halden-pryce.example,,
  marketing,Marketing,CC4760,Head of Marketing,marketing@halden-pryce.example,,
  tokyo,東京支社,CC4750,Head of the Tokyo office,tokyo@halden-pryce.example,,

  """

// The customer chat began as a campaign of Marketing. Nobody has claimed sub-pilot-lab, which is
// in use since October 2026.
private let demoSubscriptions = """
  subscription,team,name,valid_from,valid_to
  sub-service-desk,customer-service,Service desk,,
  sub-chat,marketing,Customer chat,,2026-02-28
  sub-chat,customer-service,Customer chat,2026-03-01,
  sub-field,field-service,Field assistant,,
  sub-claims,claims,Claims handling,,
  sub-platform,engineering,Platform,,
  sub-developers,engineering,Code assistant,,
  sub-campaigns,marketing,Campaigns,,
  sub-tokyo,tokyo,東京 gateway,,

  """

private let demoFeatures = """
  feature,name,owner
  claims-triage,Claims triage,Claims
  chat-assistant,Chat assistant,Customer Service
  contract-review,Contract review,Claims
  document-search,Document search,Engineering
  report-writer,Report writer,Marketing
  code-completion,Code completion,Engineering

  """

// gpt-6-sol is new and in no list yet. Nobody knows where Mistral's cached tokens lie.
private let demoModels = """
  metered,model,name,cached
  gpt-5.4,gpt-5.4,GPT-5.4,inside
  gpt-5.4-mini,gpt-5.4-mini,GPT-5.4 mini,inside
  claude-sonnet-4-5*,claude-sonnet-4-5,Claude Sonnet 4.5,beside
  mistral-large-3,mistral-large-3,Mistral Large 3,unknown

  """

// GPT-5.4 becomes cheaper in the middle of September 2026; the Tokyo office has a price of its own.
private let demoRates = """
  # Prices agreed between Finance and the platform team, in EUR.
  model,feature,subscription,team,token_class,price,per,currency,valid_from,valid_to,agreed_by,agreed_on,document
  gpt-5.4,,,,input,2.30,1M,EUR,2025-10-01,2026-09-14,Finance,2025-09-20,Rate sheet 2025-10
  gpt-5.4,,,,cached_input,0.23,1M,EUR,2025-10-01,2026-09-14,Finance,2025-09-20,Rate sheet 2025-10
  gpt-5.4,,,,output,13.80,1M,EUR,2025-10-01,2026-09-14,Finance,2025-09-20,Rate sheet 2025-10
  gpt-5.4,,,,input,1.90,1M,EUR,2026-09-15,,Finance,2026-09-10,Rate sheet 2026-09
  gpt-5.4,,,,cached_input,0.19,1M,EUR,2026-09-15,,Finance,2026-09-10,Rate sheet 2026-09
  gpt-5.4,,,,output,11.40,1M,EUR,2026-09-15,,Finance,2026-09-10,Rate sheet 2026-09
  gpt-5.4-mini,,,,input,0.70,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  gpt-5.4-mini,,,,cached_input,0.07,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  gpt-5.4-mini,,,,output,4.20,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  gpt-5.4-mini,,,tokyo,output,4.60,1M,EUR,2026-04-01,,Finance,2026-03-12,Regional supplement
  claude-sonnet-4-5,,,,input,2.80,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  claude-sonnet-4-5,,,,cached_input,0.28,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  claude-sonnet-4-5,,,,output,14.00,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  mistral-large-3,,,,input,0.46,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10
  mistral-large-3,,,,output,1.38,1M,EUR,2025-10-01,,Finance,2025-09-20,Rate sheet 2025-10

  """
