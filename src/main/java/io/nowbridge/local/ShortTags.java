package io.nowbridge.local;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads CloudFormation's short tags as the functions that they stand for: {@code !Sub x} as {@code Fn::Sub: x}.
 *
 * <p>Source: AWS CloudFormation user guide, "Intrinsic function reference".
 */
final class ShortTags extends SafeConstructor {

    ShortTags(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new LongForm());
    }

    private final class LongForm extends AbstractConstruct {

        @Override
        public Object construct(Node node) {
            var tag = node.getTag().getValue().substring(1);
            var function = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
            return Map.of(function, argument(node));
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("Nothing CloudFormation knows: " + node);
            };
        }
    }
}
