package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code infra/network.yaml} says of the way that orders take. */
class NetworkTest {

    private static final Path FILE = Path.of("infra/network.yaml");

    @Test
    void nothingButHttpsGetsOutAndNothingGetsIn() {
        var groups = read("1").resources("AWS::EC2::SecurityGroup").values();

        assertThat(groups).singleElement().satisfies(group -> {
            var properties = group.at("Properties");
            assertThat(properties.find("SecurityGroupIngress")).isEmpty();
            assertThat(properties.at("SecurityGroupEgress").elements())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.value())
                            .isEqualTo(Map.of(
                                    "IpProtocol", "tcp",
                                    "FromPort", 443,
                                    "ToPort", 443,
                                    "CidrIp", "0.0.0.0/0",
                                    "Description", "HTTPS")));
        });
    }

    @Test
    void whatIsPutOutFitsTheTemplatesParameters() {
        var network = read("1").root().at("Outputs").entries();

        assertThat(network.get("OrderSubnetIds").at("Value").text())
                .isEqualTo("FirstPrivateSubnet,SecondPrivateSubnet");
        assertThat(network.get("OrderSecurityGroupIds").at("Value").text()).isEqualTo("HttpsOnly");
    }

    @Test
    void theFunctionsSubnetsLieInTwoZonesAndAreReachedFromNowhere() {
        var stack = read("2");
        var subnets = stack.resources("AWS::EC2::Subnet");

        assertThat(functions())
                .extracting(name -> subnets.get(name)
                        .at("Properties")
                        .at("AvailabilityZone")
                        .text())
                .doesNotHaveDuplicates();
        assertThat(subnets.values())
                .allSatisfy(subnet -> assertThat(subnet.at("Properties")
                                .at("MapPublicIpOnLaunch")
                                .flag())
                        .isFalse());
        assertThat(functions())
                .noneMatch(name -> wayOut(stack, name).find("GatewayId").isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "1, FirstPrivateSubnet, FirstGateway",
        "1, SecondPrivateSubnet, FirstGateway",
        "2, FirstPrivateSubnet, FirstGateway",
        "2, SecondPrivateSubnet, SecondGateway"
    })
    void aSubnetLeavesByTheAddressThatItIsToHave(String addresses, String subnet, String gateway) {
        assertThat(wayOut(read(addresses), subnet).at("NatGatewayId").text()).isEqualTo(gateway);
    }

    @ParameterizedTest
    @CsvSource({"1, FirstAddress", "2, FirstAddress SecondAddress"})
    void everyAddressThatOrdersMayComeFromIsPutOut(String addresses, String registered) {
        var stack = read(addresses);
        var gateways = stack.resources("AWS::EC2::NatGateway");

        var used = functions().stream()
                .map(subnet -> wayOut(stack, subnet).at("NatGatewayId").text())
                .map(gateway -> gateways.get(gateway)
                        .at("Properties")
                        .at("AllocationId")
                        .text())
                .map(allocation -> allocation.replaceFirst("\\.AllocationId$", ""))
                .distinct()
                .collect(Collectors.joining(" "));

        assertThat(used).isEqualTo(registered);
        assertThat(stack.root().at("Outputs").at("OrderAddresses").at("Value").text())
                .isEqualTo(registered);
    }

    @Test
    void anAddressThatIsRegisteredOutlivesTheStack() {
        assertThat(read("2").resources("AWS::EC2::EIP").values()).hasSize(2).allSatisfy(address -> {
            assertThat(address.at("DeletionPolicy").text()).isEqualTo("Retain");
            assertThat(address.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
        });
    }

    @Test
    void whatIsThereForASecondAddressOnlyIsMadeForItOnly() {
        var conditional = read("1").root().at("Resources").entries().entrySet().stream()
                .filter(resource -> resource.getValue().find("Condition").isPresent())
                .map(Map.Entry::getKey);

        assertThat(conditional)
                .containsExactlyInAnyOrder(
                        "SecondPublicSubnet", "SecondAddress", "SecondGateway", "SecondPublicRouting");
    }

    @Test
    void tablesAndFilesAreReachedWithoutTheAddress() {
        var endpoints = read("1").resources("AWS::EC2::VPCEndpoint").values();

        assertThat(endpoints)
                .extracting(
                        endpoint -> endpoint.at("Properties").at("ServiceName").text())
                .containsExactlyInAnyOrder("com.amazonaws.eu-central-1.dynamodb", "com.amazonaws.eu-central-1.s3");
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(
                                endpoint.at("Properties").at("RouteTableIds").value())
                        .isEqualTo(List.of("FirstPrivateRoutes", "SecondPrivateRoutes")));
    }

    private static List<String> functions() {
        return List.of(read("1")
                .root()
                .at("Outputs")
                .at("OrderSubnetIds")
                .at("Value")
                .text()
                .split(","));
    }

    /** The route by which a subnet reaches the rest of the world. */
    private static Node wayOut(Stack stack, String subnet) {
        var routes = only(stack, "AWS::EC2::SubnetRouteTableAssociation", "SubnetId", subnet)
                .at("RouteTableId")
                .text();
        return only(stack, "AWS::EC2::Route", "RouteTableId", routes);
    }

    private static Node only(Stack stack, String type, String property, String value) {
        var found = stack.resources(type).values().stream()
                .map(resource -> resource.at("Properties"))
                .filter(properties -> properties.at(property).text().equals(value))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Stack read(String addresses) {
        return Stack.read(FILE, Map.of("Addresses", addresses));
    }
}
