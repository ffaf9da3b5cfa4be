using System.Text.Json;
using Conformance.Reference.Http;
using FsCheck.Xunit;

namespace Conformance.Reference.Tests.Http;

public sealed class JsonKindsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-7", -7)]
    [InlineData("1.0", 1)]
    [InlineData("1e0", 1)]
    [InlineData("1E+2", 100)]
    [InlineData("-1.50e1", -15)]
    [InlineData("100e-2", 1)]
    [InlineData("0.0", 0)]
    [InlineData("0e999999", 0)]
    [InlineData("0.001e3", 1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void NumbersWithoutAFractionAreIntegers(string json, long expected)
    {
        var read = JsonKinds.Integer(JsonElement.Parse(json));
        Assert.Null(read.Complaint);
        Assert.Equal(expected, read.Value);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("1.0000000000000000000000000000000000001")]
    [InlineData("9223372036854775808")]
    [InlineData("1e30")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e2147483647")]
    [InlineData("1e-2147483648")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void EverythingElseIsNot(string json) =>
        Assert.NotNull(JsonKinds.Integer(JsonElement.Parse(json)).Complaint);

    [Property]
    public bool AShiftedPointDoesNotChangeAnInteger(long number, byte shift) =>
        number == 0 // JSON has no leading zeros
        || JsonKinds.Integer(JsonElement.Parse($"{number}{Valid.Repeat("0", shift % 9)}e-{shift % 9}"))
            == new ReadValue<long>(number, null);
}
