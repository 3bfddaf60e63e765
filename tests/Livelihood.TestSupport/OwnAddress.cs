using System.Net;
using System.Net.Sockets;

namespace Livelihood.TestSupport;

/// <summary>Connections from a network address of one's own: what one address may send is limited, and this machine has many in 127.0.0.0/8.</summary>
public static class OwnAddress
{
    /// <summary>The address of the one of this number, from 0 on.</summary>
    public static IPAddress Of(int number) => new([127, 0, (byte)(1 + (number / 250)), (byte)(1 + (number % 250))]);

    /// <summary>Connects from an address.</summary>
    public static SocketsHttpHandler Handler(IPAddress from) => new()
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
