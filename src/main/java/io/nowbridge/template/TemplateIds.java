package io.nowbridge.template;

/** Makes ids for new templates. */
public interface TemplateIds {

    /** One that no template has had. */
    TemplateId next();
}
