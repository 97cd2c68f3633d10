#!/usr/bin/env python3
"""Writes a workbook folder for the records of gen.py: workbook.py FOLDER DATA

DATA is the .jsonl or .csv file; 50 teams (team-0000 ...) have one subscription of the same name
each, and every model has a price. Days are cut in UTC, as gen.py draws them.
"""
import os
import sys

SETTINGS = """title: AI usage and cost
organisation: Benchmark
currency: EUR
time_zone: UTC
users: off
sources:
  - name: gateway
"""
JSON_LINES = """    kind: azure-monitor-export
    path: %s
    dimensions: {subscription: Subscription ID, user: User ID, feature: API ID, model: Model}
"""
TABLE = """    kind: csv
    path: %s
    columns:
      time: TimeGenerated
      metric: Name
      tokens: Sum
      requests: ItemCount
      subscription: SubscriptionId
      user: UserId
      feature: ApiId
      model: Model
"""
# EUR per 1,000,000 tokens: input, cached input, output.
PRICES = {
    "gpt-4o": ("2.50", "1.25", "10.00"),
    "gpt-4o-mini": ("0.15", "0.075", "0.60"),
    "gpt-4.1": ("2.00", "0.50", "8.00"),
    "o4-mini": ("1.10", "0.275", "4.40"),
    "text-embedding-3-large": ("0.13", "0.13", "0.13"),
    "gpt-4.1-nano": ("0.10", "0.025", "0.40"),
}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, data = sys.argv[1], os.path.abspath(sys.argv[2])
    os.makedirs(folder, exist_ok=True)

    def write(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    write("tokenbook.yml", SETTINGS + (TABLE if data.endswith(".csv") else JSON_LINES) % data)
    write("subscriptions.csv", "subscription,team,name,valid_from,valid_to\n" + "".join(
        "team-%04d,team-%04d,Team %d,,\n" % (team, team, team) for team in range(50)))
    write("rates.csv", (
        "model,feature,subscription,team,token_class,price,per,currency,valid_from,valid_to,"
        "agreed_by,agreed_on,document\n") + "".join(
            "%s,,,,%s,%s,1M,EUR,2026-01-01,,Finance,2025-12-01,Rate sheet\n" % (model, kind, price)
            for model, prices in PRICES.items()
            for kind, price in zip(("input", "cached_input", "output"), prices)))


main()
