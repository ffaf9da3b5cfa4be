namespace Conformance.Schemas.Tests.Loading;

/// <summary>Shapes that Nova Act does not need but its neighbours do: arrays, free-form values, two errors on one status.</summary>
public sealed class ShapesTests
{
    private const string Schema = """
        { "openapi": "3.0.3", "info": { "title": "Flows", "version": "1" }, "x-api": { "name": "flows", "protocol": "plain-json" },
          "paths": { "/flows/{id}": { "post": {
            "operationId": "Invoke", "x-role": "documented", "x-citation": "D0:1",
            "parameters": [ { "name": "id", "in": "path", "required": true,
              "schema": { "type": "string", "x-citations": { "type": "D0:1", "required": "D0:1" } } } ],
            "requestBody": { "x-citations": { "contentType": "D0:1" }, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Request" } } } },
            "responses": {
              "200": { "description": "Done.", "x-citations": { "status": "D0:1", "contentType": "D0:1" },
                "x-levels": { "contentType": "should" },
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } } },
              "400": { "description": "Rejected.", "x-errors": [
                { "name": "Invalid", "cause": "invalidInput", "citation": "D0:1", "schema": "#/components/schemas/Error" },
                { "name": "TooMany", "cause": "quotaExceeded", "citation": "D0:1", "level": "may",
                  "schema": "#/components/schemas/Error" } ] } } } } },
          "components": { "schemas": {
            "Error": { "type": "object", "x-citations": { "type": "more" } },
            "Request": { "type": "object", "required": ["inputs"], "x-citations": { "type": "D0:1" }, "properties": {
              "inputs": { "type": "array", "minItems": 1, "maxItems": 1,
                "x-citations": { "type": "D0:1", "required": "D0:1", "minItems": "D0:3", "maxItems": "D0:3" },
                "items": { "type": "object", "required": ["nodeName"], "x-citations": { "type": "implied:D0:1" },
                  "properties": {
                    "nodeName": { "type": "string", "x-citations": { "type": "D0:1", "required": "more" } },
                    "content": { "x-citations": { "type": "more", "optional": "more" } } } } },
              "budget": { "type": "number", "minimum": 0.5, "maximum": 2,
                "x-citations": { "type": "D0:1", "optional": "D0:1", "minimum": "D0:1", "maximum": "D0:1" } },
              "dry": { "type": "boolean", "x-citations": { "type": "D0:1", "optional": "D0:1" } } } } } } }
        """;

    private const string Register = """
        { "api": "flows", "documents": [ { "key": "D0", "title": "A page", "description": "Says it.", "lines": 3, "linesWithText": "1,3",
            "sha256": "0000000000000000000000000000000000000000000000000000000000000000" } ],
          "companions": [ { "key": "more", "title": "More", "description": "Says more." } ] }
        """;

    private static readonly Operation Invoke = Files.Load(Schema, Register).Operation("Invoke");

    private const string Expected = """
        id | type | String | Must | D0:1
        id | required | - | Must | D0:1
        inputs | type | Array | Must | D0:1
        inputs | required | - | Must | D0:1
        inputs | minItems | 1 | Must | D0:3
        inputs | maxItems | 1 | Must | D0:3
        inputs[] | type | Object | Should | implied:D0:1
        inputs[].nodeName | type | String | Must | D0:1
        inputs[].nodeName | required | - | Should | more
        inputs[].content | type | Any | Should | more
        inputs[].content | optional | - | Should | more
        budget | type | Number | Must | D0:1
        budget | optional | - | Must | D0:1
        budget | minimum | 0.5 | Must | D0:1
        budget | maximum | 2 | Must | D0:1
        dry | type | Boolean | Must | D0:1
        dry | optional | - | Must | D0:1
        """;

    [Fact]
    public void ArraysNumbersAndFreeFormValuesAreUnderstood() =>
        Assert.Equal(NovaActTests.Lines(Expected), NovaActTests.Rows(Invoke.RequestMembers()));

    [Fact]
    public void TwoErrorsMayShareAStatus() =>
        Assert.Equal(
            ["400 Invalid InvalidInput Must", "400 TooMany QuotaExceeded May"],
            Invoke.Errors.Select(e => $"{e.Status} {e.Name} {e.Cause} {e.Level}")
        );

    [Fact]
    public void ALevelCanBeLowered() => Assert.Equal(Level.Should, Invoke.Success.ContentTypeLevel);

    [Fact]
    public void WhereTheItemsOfAnArrayAreInTheMessageShowsInTheirPath()
    {
        var inputs = Invoke.Body.Single(m => m.Name == "inputs");
        Assert.Equal(("[]", "inputs[]"), (inputs.Members.Single().Name, inputs.Members.Single().Path));
        Assert.Equal(Place.Body, inputs.Members.Single().Place);
    }
}
