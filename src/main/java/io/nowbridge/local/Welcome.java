package io.nowbridge.local;

/** What {@code ./nowbridge up} says once everything runs. */
final class Welcome {

    private Welcome() {}

    static String to(Ports ports) {
        var identity = ports.identity() == Ports.DEFAULTS.identity() ? "" : " --identity " + ports.identity();
        return """

            Nowbridge is up.

              Console              http://localhost:%1$d   (sign in as Mara, who may all)
              API                  the same address, for programs
              ServiceNow stand-in  http://localhost:%2$d   (svc_nowbridge / nowbridge)
              TD SYNNEX stand-in   http://localhost:%3$d   (100042, feed@example.com / tdsynnex-local)
              Qualytics stand-in   http://localhost:%4$d   (token qualytics-local)
              Identity provider    http://localhost:%5$d/nowbridge
              DynamoDB Local       http://localhost:%6$d
              ElasticMQ (SQS)      http://localhost:%7$d

            Open a ticket for an anomaly:

              curl -sS http://localhost:%1$d/anomalies/456/tickets \\
                -H "Authorization: Bearer $(./nowbridge token --role manager --team data-eng%8$s)" \\
                -H 'Content-Type: application/json' \\
                -d '{
                  "shortDescription": "Negative totals in orders",
                  "impact": "2", "urgency": "2",
                  "assignmentGroup": "Data Engineering", "caller": "abel.tuter",
                  "anomaly": {
                    "id": 456, "type": "record", "status": "Active", "weight": 12,
                    "description": "3 of 1204 orders have a negative total_amount",
                    "datastore": {"id": 1, "name": "Sales"}, "container": "orders", "fields": ["total_amount"],
                    "failedChecks": [{"id": 99, "name": "total_amount is not negative"}],
                    "detectedAt": "2026-01-05T08:55:00Z", "link": "https://anomalies.example.com/anomalies/456"}}'

            Ctrl-C stops it. What it keeps is in .nowbridge; ./nowbridge up --fresh begins anew.
            """.formatted(
                        ports.gateway(),
                        ports.serviceNow(),
                        ports.tdSynnex(),
                        ports.qualytics(),
                        ports.identity(),
                        ports.dynamoDb(),
                        ports.sqs(),
                        identity);
    }
}
