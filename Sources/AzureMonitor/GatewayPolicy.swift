import UsageModel

/// The gateway policy that sends the dimensions a workbook reads.
package struct GatewayPolicy {
  /// The gateway sends at most so many dimensions of its user's.
  package static let mostDimensions = 5

  private let dimensions: [(name: String, value: String)]

  /// - Parameter mapping: The names that the workbook reads.
  package init(_ mapping: DimensionMapping) {
    dimensions = [
      (mapping.subscription, #"@(context.Subscription?.Id ?? "none")"#),
      (mapping.user, #"@((string)context.Variables["user"])"#),
      (mapping.feature, "@(context.Api.Id)"),
      (mapping.model, #"@((string)context.Variables["model"])"#),
    ].compactMap { name, value in name.map { ($0, value) } }
  }

  /// The policy as XML, with `&quot;` in attributes, to be put in at the scope of one API or product.
  package var xml: String {
    """
    <policies>
      <inbound>
        <base />
        <!-- Who calls: only a token that has been validated may say so. -->
        <validate-azure-ad-token tenant-id="{{tenant-id}}" output-token-variable-name="jwt" failed-validation-httpcode="401">
          <audiences>
            <audience>https://cognitiveservices.azure.com</audience>
          </audiences>
        </validate-azure-ad-token>
        <set-variable name="user" value="\(escaped(Self.user))" />
        <!-- Which model is asked for: in the address, or in the body. -->
        <set-variable name="model" value="\(escaped(Self.model))" />
        <!-- Once for each call: at one scope only, or tokens count twice. -->
        <llm-emit-token-metric namespace="ai-usage">
    \(dimensions.map {
      #"      <dimension name="\#(escaped($0.name))" value="\#(escaped($0.value))" />"#
    }.joined(separator: "\n"))
        </llm-emit-token-metric>
      </inbound>
      <backend><base /></backend>
      <outbound><base /></outbound>
      <on-error><base /></on-error>
    </policies>
    """
  }

  private static let user = """
    @{
      var jwt = (Jwt)context.Variables["jwt"];
      var id = jwt.Claims.GetValueOrDefault("oid", new string[] {""})[0];
      return string.IsNullOrEmpty(id) ? (jwt.Subject ?? "unknown") : id;
    }
    """

  private static let model = """
    @{
      string deployment;
      if (context.Request.MatchedParameters.TryGetValue("deployment-id", out deployment)) { return deployment; }
      var body = context.Request.Body?.As<JObject>(true);
      return body?["model"]?.ToString() ?? "unknown";
    }
    """

  /// What has to be on for the metrics to arrive, in the order in which to look; silence is the only
  /// sign that one is off.
  package static let settings = [
    "The gateway has a logger for Application Insights, and its diagnostics 'applicationinsights' "
      + "have \"metrics\": true (an entry at the API goes before the one at the service).",
    "Application Insights, Usage and estimated costs, Custom metrics: 'With dimensions' "
      + "(CustomMetricsOptedInType: WithDimensions).",
    "The diagnostics' sampling is 100 percent: whether less also thins the metrics is not documented.",
    "No private link scope keeps the gateway from sending.",
    "The policy stands at one scope only: at two, every call counts twice.",
    "Calls that stream ask for their usage: \"stream_options\": {\"include_usage\": true}.",
    "After a move of the resource, the old one is a source of its own, with `until:`.",
    "The names of the dimensions are spelled as in tokenbook.yml, capitals included.",
    "An API without subscriptions has none: the policy then sends 'none'.",
    "In Azure Government, Application Insights cannot be queried: use kind log-analytics.",
  ]
}

/// For an attribute in double quotes.
private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;")
}
