using Conformance.Contracts.Consumer;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>What a client makes of an error.</summary>
internal static class Rejections
{
    public static async Task<ErrorShape?> Of(Task call, int status)
    {
        var rejected = await Assert.ThrowsAsync<ApiException>(() => call);
        Assert.Equal(status, rejected.Status);
        return rejected.Error;
    }

    public static async Task WithMessage(Task call, int status)
    {
        var error = await Of(call, status);
        Assert.False(string.IsNullOrEmpty(error?.Message));
    }
}
