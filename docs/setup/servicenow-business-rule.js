// Business rule "Nowbridge: a ticket has changed": When async, Update checked, Advanced checked; one for each table of tickets.
// It sends which ticket changed and when, signed as https://www.standardwebhooks.com describes it, and nothing of what is in
// it: Nowbridge reads the ticket itself. It sends once; what is lost on the way is found by Nowbridge's own look.
(function executeRule(current) {
    var url = gs.getProperty('nowbridge.webhook.url');
    var secret = gs.getProperty('nowbridge.webhook.secret');
    if (!url || !secret) {
        return;
    }
    var body = JSON.stringify({
        table: current.getTableName(),
        sys_id: current.getUniqueValue(),
        sys_updated_on: current.getValue('sys_updated_on')
    });
    var id = gs.generateGUID();
    var seconds = String(Math.floor(new GlideDateTime().getNumericValue() / 1000));
    // The key is what follows whsec_, in Base64, and so is the signature that comes back.
    var signature = new GlideCertificateEncryption().generateMac(
        secret.replace(/^whsec_/, ''), 'HmacSHA256', id + '.' + seconds + '.' + body);

    var request = new sn_ws.RESTMessageV2();
    request.setEndpoint(url);
    request.setHttpMethod('post');
    request.setHttpTimeout(10000);
    request.setRequestHeader('Content-Type', 'application/json');
    request.setRequestHeader('webhook-id', id);
    request.setRequestHeader('webhook-timestamp', seconds);
    request.setRequestHeader('webhook-signature', 'v1,' + signature);
    request.setRequestBody(body);
    var status = request.execute().getStatusCode();
    if (status !== 202) {
        gs.warn('Nowbridge answered ' + status + ' to the change of ' + current.getDisplayValue());
    }
})(current);
